type Failure = {
  readonly messageId: string;
  readonly recipient: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
};

/** A delivery report as Postfix writes it (RFC 3464). */
export const failureOf = ({ messageId, recipient, action = 'failed', status = '5.1.1', diagnostic }: Failure): string =>
  `From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
To: team@example.com
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Message-ID: <${crypto.randomUUID()}@mx.example.net>
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Mon,  4 May 2026 13:22:01 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.org
Diagnostic-Code: smtp; ${
    diagnostic ??
    `550 ${status} <${recipient}>:
    Recipient address rejected: User unknown`
  }

--b1
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: team@example.com
To: ${recipient}
Subject: Hi
Message-ID: ${messageId}

Hello

--b1--
`;

/** What a person answers by a mail program, with the mail that is answered below it. */
export const replyTo = (messageId: string, from: string, more = ''): string => `From: Ada <${from}>
To: team@example.com
Subject: Re: Hi
In-Reply-To: ${messageId}
References: <earlier@example.net> ${messageId}
Message-ID: <${crypto.randomUUID()}@example.org>
${more}Content-Type: text/plain; charset=utf-8

Call me on Monday, please.

> Hello
`;
