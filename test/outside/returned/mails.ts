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

type Feedback = {
  readonly messageId: string;
  readonly recipient: string;
  readonly feedback?: string;
  /** Whether the report names whose it is. */
  readonly isNamed?: boolean;
  readonly userAgent?: string;
};

/** What a mailbox provider writes when somebody presses its button for spam (RFC 5965). */
export const complaintOf = ({
  messageId,
  recipient,
  feedback = 'abuse',
  isNamed = true,
  userAgent = 'SomeGenerator/1.0',
}: Feedback): string =>
  `From: feedback@mailbox.example.net
To: team@example.com
Subject: FW: Hi
MIME-Version: 1.0
Message-ID: <${crypto.randomUUID()}@mailbox.example.net>
Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

--b1
Content-Type: text/plain; charset="US-ASCII"
Content-Transfer-Encoding: 7bit

This is an email abuse report for an email message received on Mon, 4 May 2026 13:22:01 +0000.

--b1
Content-Type: message/feedback-report

Feedback-Type: ${feedback}
User-Agent: ${userAgent}
Version: 1
${isNamed ? `Original-Rcpt-To: <${recipient}>\n` : ''}Original-Mail-From: <team@example.com>

--b1
Content-Type: message/rfc822
Content-Disposition: inline

From: Team <team@example.com>
To: ${isNamed ? 'undisclosed' : `"Ada L." <${recipient}>`}
Subject: Hi
Message-ID:
 ${messageId}

Hello

--b1--
`;
