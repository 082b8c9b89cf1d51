/**
 * How long anything waits for a peer, and how much a peer can make the product hold or do: each number once, with its reason.
 * The table of docs/limits.md is this one (`npm run limits:print` writes it, `test/config/limits.test.ts` holds them together).
 * The ground floor: everybody may import it, it imports nothing. Names end in their unit.
 */
export const limits = {
  /** A request body; larger ones answer 413. */
  bodyBytes: 1024 * 1024,
  /** All that a websocket may send before its caller is known: a `connection_init` with a key is 120 bytes. */
  socketInitBytes: 4 * 1024,
  /** An answer of the graph kept for its `Idempotency-Key`; what is larger is told once. */
  keptAnswerBytes: 256 * 1024,
  /** Answers to reads that are kept on one node until their organisation’s next change, with what it takes to find them again. */
  keptReadsBytes: 64 * 1024 * 1024,
  /** Those of one organisation, a quarter of all; the one that was not asked for the longest goes first. */
  keptReadsPerOrganisationBytes: 16 * 1024 * 1024,
  /** The largest of them. */
  keptReadBytes: 1024 * 1024,
  /** The largest body of an operation whose answer is kept. */
  keptQuestionBytes: 64 * 1024,
  /** A text or an id to read by, such as in a filter; what is written has bounds of its own. */
  argumentChars: 2000,
  /** A list to read by: all types of events are fewer. */
  argumentItems: 50,
  /** A websocket message once the caller is known, as large as a body over HTTP. */
  socketFrameBytes: 1024 * 1024,
  /** Websockets on one node; beyond it 503. */
  sockets: 50_000,
  /** Websockets of one key on one node. */
  socketsPerKey: 20_000,
  /** Websockets of one organisation on one node, whatever its keys: half of all. */
  socketsPerOrganisation: 25_000,
  /** Streams of server-sent events of one key on one node; what needs more takes websockets, each with many subscriptions. */
  streamsPerKey: 500,
  /** Streams of server-sent events of one organisation on one node, whatever its keys. */
  streamsPerOrganisation: 2000,
  /** Streams of a chat’s events on one node, of all its visitors; beyond any of these five 429. */
  visitorStreams: 10_000,
  /** Those of one organisation on one node, whatever its widgets: half of all. */
  visitorStreamsPerOrganisation: 5000,
  /** Those of one widget on one node. */
  visitorStreamsPerWidget: 2500,
  /** Those from one address on one node: an office, or a provider that hides many behind one. */
  visitorStreamsPerAddress: 100,
  /** Those of one conversation on one node: its visitor’s tabs. */
  visitorStreamsPerConversation: 10,
  /** The latest messages of a conversation that are read in one piece; all of them are read in pages. */
  transcriptMessages: 1000,
  /** Their text in UTF-8, to the end of the message that makes it so much; a message has up to 10,000 characters, translated twice that. */
  transcriptBytes: 1024 * 1024,
  /** Of the log kept in memory on one node for all who follow it, as JSON: some 30,000 events of 2 KB, or 300 of the largest leads. */
  eventWindowBytes: 64 * 1024 * 1024,
  /** Of the log read at once, to the end of the event that makes it so much. */
  eventReadBytes: 4 * 1024 * 1024,
  /** Of a conversation’s events read ahead for one who follows it from far behind. */
  eventsAheadBytes: 128 * 1024,
  /** Between two comments in a stream of a chat’s events, which keep what stands between from taking it for dead. */
  visitorStreamCommentMs: 15_000,
  /** For which somebody counts as writing who was told to: unless it is told again, or that they stopped. */
  typingMs: 6000,
  /** Who was last told to write, on one node, with when: the oldest goes first. */
  typingsKept: 10_000,
  /** For who reads such a stream to take what was sent, before it is cut. */
  visitorStreamStallMs: 30_000,
  /** From the last use of a visitor’s token until it ends, in days; up to a day more, since a day’s uses are kept as one. */
  visitorTokenDays: 30,
  /** Operations open at once on one websocket. */
  operationsPerSocket: 100,
  /** The id of an operation on a websocket, which every answer repeats; clients send a UUID or a number. */
  operationIdBytes: 128,
  /** What a websocket’s `ping` may carry, since the `pong` repeats it. */
  socketPingBytes: 1024,
  /** From the opening of a websocket to its `connection_init`. */
  socketInitMs: 3000,
  /** Between two pings of ours; a peer that answered none is cut. */
  socketPingMs: 12_000,
  /** For a peer to answer a close before it is cut. */
  socketCloseMs: 2000,
  /** Unsent bytes above which nothing more is taken from the log for a websocket, nor read from it. */
  socketBufferedBytes: 64 * 1024,
  /** Unsent bytes at which a websocket is cut: answers to what was read before reading paused, some of the largest. */
  socketUnsentBytes: 8 * 1024 * 1024,
  /** Fields of `Query` that read the database at once for one key, whatever its operations: a third of a pool of ten. */
  readsPerKey: 3,
  /** For such a field’s turn to come. */
  readWaitMs: 10_000,
  /** Leads that the chats of one widget may make in any hour, where the widget sets no number: a busy page brings fewer, and a plan of 100 lasts three hours. */
  leadsPerHour: 30,
  /** Leads that what anybody may post to a sync source may make or complete in any hour, where the source sets no number. */
  intakeLeadsPerHour: 30,
  /** Of what came to a sync source, kept with its log in characters. */
  intakeKeptChars: 8192,
  /** Of a mail that may tell of a lead, from its beginning: what is attached to it is not read. */
  intakeMailBytes: 256 * 1024,
  /** Mails of one mailbox that are read in one turn; the next one goes on. */
  intakeMailsPerTurn: 100,
  /** From one look into a mailbox to the next, in seconds; each that fails doubles it, up to an hour. */
  mailboxEverySeconds: 30,
  /** What a sync source was refused, kept in its log in any hour; what comes beyond is answered and not kept. */
  intakeRefusalsPerHour: 100,
  /** Within which the same body to the same sync source is a repetition, in hours. */
  intakeRepeatHours: 24,
  /** What the keys of one organisation may do together, in rate limits of one of them: minting keys mints no units. */
  rateLimitsPerOrganisation: 10,
  /** From the end of a console session or an invitation until its row is removed, in days. */
  endedSessionDays: 30,
  /** Workspaces that one e-mail address signs up for in a day; nobody proves that it is theirs. */
  signupsPerEmailPerDay: 3,
  /** For a translator to put what a person typed into the visitor’s language; then it goes out as typed. */
  translateMs: 5000,
  /** For a provider of enrichment to tell of one lead, with another try. */
  enrichMs: 10_000,
  /** For all leads that are enriched by one call. */
  enrichAllMs: 20_000,
  /** An answer of a provider of enrichment; what is larger is none. */
  enrichmentBytes: 64 * 1024,
  /** For one mail to be handed over, with the connection and the log-in where there is none. */
  mailMs: 60_000,
  /** For a mail server to go on: of silence in between. */
  mailAnswerMs: 20_000,
  /** Of a mail that came back, from its beginning: reports bring the mail along that they are of. */
  returnedMailBytes: 256 * 1024,
  /** From the claim of a mail until whoever claimed it is taken for dead. */
  mailLostMs: 180_000,
  /** For a provider’s host to be found and connected to. */
  providerConnectMs: 3000,
  /** For a provider of bookings to do one thing that it is asked, its tries included. */
  calendarMs: 8000,
  /** An answer of one; what is larger is none. */
  calendarBytes: 64 * 1024,
  /** Attendees of a booking with seats that one write takes in, each a meeting of their own. Of a new one only the last that it lists are read. */
  seatsPerBooking: 200,
  /** How old what Calendly signed may be, in seconds. */
  calendlyToleranceSeconds: 180,
  /** What a translator may make of a message. */
  translatedChars: 20_000,
  /** An answer of a translator; what is larger is none. */
  translationBytes: 256 * 1024,
  /** A model’s answer, in tokens; it is asked for no more. */
  completionTokens: 700,
  /** What it finds of a lead in a chat, in tokens; asked for no more. */
  readingTokens: 400,
  /** A mail that it writes, in tokens. */
  mailTokens: 900,
  /** Any of them in characters; what is longer is no answer. */
  completionChars: 4000,
  /** The stream that a model’s answer comes in, most of which is not its text. */
  completionBytes: 512 * 1024,
  /** The text that a widget’s model answers from. */
  knowledgeChars: 20_000,
  /** What the chats of one widget may have a model use in a day, where the widget sets no number: some hundred answers. */
  modelTokensPerDay: 200_000,
  /** For the responder to answer a visitor; then it gives no answer. */
  answerMs: 20_000,
  /** For who owns the data folder to ask for a key, and to be answered. */
  operatorMs: 10_000,
  /** Writes that wait or run on one node; beyond it 503. */
  pendingWrites: 2000,
  /** For a write to get one of its organisation’s places, and then a connection. */
  writeWaitMs: 4000,
  /** For a row that another transaction holds; with the wait before it, a write answers within 10 s. */
  lockWaitMs: 4000,
  /** For a write to be done, its retries apart. */
  writeRunMs: 10_000,
  /** Of a value that the audit tells of, as JSON; of a longer one only the length is told. */
  auditValueChars: 2000,
  /** For one statement, on the server. */
  statementMs: 10_000,
  /** For a transaction that says nothing, before the server ends it: its node stopped, or cannot be reached. */
  idleTransactionMs: 15_000,
  /** For a connection to the database to come free. */
  databaseQueueMs: 8000,
  /** For an answer of PostgreSQL, longer than it takes itself for any: then the connection is given up. */
  databaseSilenceMs: 15_000,
  /** For a statement of the embedded database; then its thread is ended, and the process with it. */
  embeddedStatementMs: 30_000,
  /** The same for a step of its upkeep, such as the vacuum of one table, for which everybody else waits. */
  embeddedUpkeepMs: 120_000,
  /** Left on the disk of the embedded database: below it writes answer 503, while reading goes on. Four files of its log of changes. */
  freeDiskBytes: 64 * 1024 * 1024,
  /** For PostgreSQL to take a connection. */
  databaseConnectMs: 5000,
  /** For Redis to take a connection. */
  redisConnectMs: 2000,
  /** For Redis to say anything at all; then the connection is made anew. */
  redisSilenceMs: 2000,
  /** Between two looks whether what is told to Redis comes back from it. */
  redisLookMs: 1000,
  /** For Redis to count a unit, and as long for what it was asked before; then this node counts by itself until Redis was seen to answer. */
  redisWaitMs: 50,
  /** Requests that wait for Redis to count their units; what comes beyond is counted by this node. */
  redisWaiting: 10_000,
  /** Hints on their way to Redis; what comes beyond is not sent, and found by the other nodes’ poll. */
  redisUnsentHints: 1000,
  /** For what runs in the background to succeed once more; then the log and `/readyz` tell of it. */
  backgroundLateMs: 10_000,
  /** Between two lines of the log that tell of the same reason for answering 503. */
  unavailableLogMs: 10_000,
  /** From the death of a node that runs a job until another one may take it. */
  jobLeaseMs: 15_000,
  /** For what runs as a job to finish once the process is told to stop; then it is given back, for another node to begin anew. */
  jobStopMs: 5000,
  /** For whoever waits for a job to be told that it is given up. */
  jobGivenUpMs: 15_000,
  /** From the end of a job until its row is removed, in days. */
  endedJobDays: 30,
  /** For a webhook receiver to answer, the time that was documented to them. */
  postMs: 10_000,
  /** Posts under way at once to an endpoint of a format whose fires are made on schedule even where each hangs until `postMs`. */
  unpacedPostsPerEndpoint: 512,
  /** Retries by hand under way at once to one endpoint: they wait for nothing else. */
  postsByHandPerEndpoint: 100,
  /** Lines of the note that keeps what one conversation’s visitor said against what its lead has; the rest stands in the conversation. */
  doubtsPerNote: 20,
  /** A connection that is kept open for another request: longer than the 60 s of usual balancers, which otherwise reuse one that is just closing. */
  keepAliveMs: 65_000,
  /** For a client to send a request’s headers, from the connection’s or the request’s first byte. */
  headersMs: 20_000,
  /** For a client to send a whole request. */
  requestMs: 120_000,
  /** Between two looks for connections that are over the three above. */
  connectionCheckMs: 5000,
  /** For connections to finish once the process is told to stop; those left are cut. */
  drainMs: 10_000,
  /** For everything to finish once the process is told to stop, what the last requests left included; then it ends with code 1, whatever hangs. */
  stopMs: 12_000,
  /** Within which a repeated signal counts as the same one. */
  sameSignalMs: 500,
} as const;
