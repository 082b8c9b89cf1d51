/** Providers that give anybody an address: what stands before the public suffix, whatever that is. */
const providers = new Set([
  'yahoo',
  'ymail',
  'hotmail',
  'outlook',
  'gmx',
  'yandex',
  'rediffmail',
  'tutanota',
  'protonmail',
]);

const domains = new Set(
  `gmail.com googlemail.com live.com live.co.uk live.ca live.fr live.nl live.de live.it live.com.au msn.com passport.com
  icloud.com me.com mac.com aol.com aim.com proton.me pm.me tuta.io tuta.com hey.com fastmail.com fastmail.fm zohomail.com
  zoho.com mail.com email.com usa.com inbox.com hushmail.com mailinator.com rocketmail.com web.de t-online.de freenet.de
  arcor.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it tiscali.it virgilio.it
  alice.it mail.ru bk.ru list.ru inbox.ru rambler.ru qq.com 163.com 126.com sina.com foxmail.com naver.com daum.net
  hanmail.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net rogers.com
  shaw.ca telus.net bell.net sympatico.ca videotron.ca btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net
  bigpond.com optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br seznam.cz wp.pl o2.pl onet.pl interia.pl
  bluewin.ch hispeed.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl telia.com`.split(/\s+/),
);

/** Whether a domain gives its addresses to anybody, so that it tells nothing of a company. */
export const isFreeMail = (domain: string): boolean => domains.has(domain) || providers.has(domain.split('.')[0] ?? '');
