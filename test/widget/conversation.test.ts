import { afterAll, beforeAll, expect, it } from 'vitest';
import { chatOn } from './chat-page.ts';
import { anAnswer, greeting, setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

it('a visitor is answered, heard by a person and handed back, on a page that allows nothing else and hides everything', async () => {
  const { page, chat, complaints } = await stage.visit('/hostile');
  await chat.open();
  await chat.says(chat.who, 'An AI assistant answers');
  await chat.say('Where is my parcel 4711?');
  await chat.shows(['> Where is my parcel 4711?', greeting]);
  await chat.says(chat.who, 'A person will answer');

  const { id } = await stage.conversationWith('4711');
  await stage.act('takeOverConversation', id);
  await chat.says(chat.who, /^Operator answers next$/);
  await chat.say('Are you real?');
  await chat.shows(['> Where is my parcel 4711?', greeting, '> Are you real?']);
  await expect.poll(() => chat.waiting.count()).toBe(0);
  await stage.act('replyToConversation', id, 'I am. It is on its way.');
  await chat.shows(['> Where is my parcel 4711?', greeting, '> Are you real?', 'I am. It is on its way.']);
  await chat.says(chat.who, /^Operator is here$/);
  expect(await page.locator('.log li .name').last().textContent()).toBe('Operator');

  await stage.act('handBackConversation', id);
  await chat.says(chat.who, 'An AI assistant answers');
  await stage.act('closeConversation', id);
  await chat.says(chat.who, 'This conversation is closed');
  expect(complaints).toEqual([]);
});

it('that a person writes is shown until their word comes, and the visitor’s writing is told while a person is there', async () => {
  const { page, chat } = await stage.visit();
  const told: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/typing') && request.method() === 'POST') told.push(request.postDataJSON());
  });
  await chat.open();
  await chat.say('Is anybody in on Sunday 31?');
  await chat.shows(['> Is anybody in on Sunday 31?', greeting]);
  const { id } = await stage.conversationWith('Sunday 31');
  await stage.act('takeOverConversation', id);
  await chat.says(chat.who, /^Operator answers next$/);
  const tell = (isTyping: boolean) =>
    stage.acme.graph.ask(`mutation { tellTyping(conversationId: "${id}", isTyping: ${isTyping}) { __typename } }`);
  const writing = page.locator('.answering');
  await tell(true);
  await expect.poll(() => writing.textContent()).toBe('Operator is typing…');
  expect(await page.getByRole('log').locator('.answering').count()).toBe(1);
  await tell(false);
  await expect.poll(() => writing.count()).toBe(0);
  await expect
    .poll(async () => {
      await tell(true);
      return writing.count();
    })
    .toBe(1);
  await stage.act('replyToConversation', id, 'From ten to four.');
  await chat.shows(['> Is anybody in on Sunday 31?', greeting, 'From ten to four.']);
  await expect.poll(() => writing.count()).toBe(0);

  await chat.field.pressSequentially('Thank');
  await expect.poll(() => told).toEqual([{ typing: true }]);
  await chat.field.fill('');
  await expect.poll(() => told).toEqual([{ typing: true }, { typing: false }]);
});

it('what is said in two tabs is one conversation, also where both begin it at once', async () => {
  const { page, chat } = await stage.visit();
  const further = await page.context().newPage();
  await further.goto(`${stage.host.url}/further`);
  const other = chatOn(further);
  await Promise.all([chat.open(), other.open()]);
  await Promise.all([chat.say('From the one tab'), other.say('From the other tab')]);
  await expect.poll(async () => (await chat.said()).length).toBe(4);
  const said = await chat.said();
  expect(said.filter((text) => text.startsWith('> ')).toSorted()).toEqual([
    '> From the one tab',
    '> From the other tab',
  ]);
  await other.shows(said);
  expect((await stage.conversationWith('tab')).said).toEqual(said);
});

it('a message whose answer got lost, and one that waits while the page is loaded anew, are sent once', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  let lost = 0;
  await page.route('**/api/chat', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    lost += 1;
    if (lost === 1) await route.fetch();
    await route.abort();
  });
  await chat.say('Sent into the dark 815');
  await chat.says(chat.trouble, 'No connection');
  await chat.say('and another');
  await chat.field.fill('half a sent');
  await page.reload();
  await chat.shows(['> Sent into the dark 815', '> and another']);
  expect(await chat.field.inputValue()).toBe('half a sent');
  await page.unroute('**/api/chat');
  await chat.shows(['> Sent into the dark 815', greeting, '> and another', anAnswer]);
  expect((await stage.conversationWith('815')).said).toEqual(await chat.said());
  expect(await chat.waiting.count()).toBe(0);
});

it('what is written offline waits and says so, and goes out once the network is back; so does what comes', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  await chat.say('Before the tunnel 77');
  await chat.shows(['> Before the tunnel 77', greeting]);
  const { id } = await stage.conversationWith('tunnel');
  await page.context().setOffline(true);
  await chat.says(chat.trouble, 'You are offline');
  await chat.say('In the tunnel');
  await stage.act('takeOverConversation', id);
  await stage.act('replyToConversation', id, 'I wait');
  await chat.shows(['> Before the tunnel 77', greeting, '> In the tunnel']);
  await page.context().setOffline(false);
  await chat.shows(['> Before the tunnel 77', greeting, 'I wait', '> In the tunnel']);
  await expect.poll(() => chat.trouble.count()).toBe(0);
});

it('who writes too often is told until when, and nothing is lost', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  await page.route(
    '**/api/chat',
    (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 429,
            headers: {
              'access-control-allow-origin': '*',
              'access-control-expose-headers': 'Retry-After',
              'retry-after': '1',
            },
          })
        : route.continue(),
    { times: 2 },
  );
  await chat.say('Once too often');
  await chat.says(chat.trouble, /Too many messages at once. Going on in 1 s; nothing is lost/);
  await chat.shows(['> Once too often', greeting]);
  expect(await chat.trouble.count()).toBe(0);
});

it('a message that is refused for good stays until it is sent again or removed', async () => {
  const { page, chat } = await stage.visit();
  await chat.open();
  const refuse = { status: 400, headers: { 'access-control-allow-origin': '*' } };
  await page.route('**/api/chat', (route) =>
    route.request().method() === 'POST' ? route.fulfill(refuse) : route.continue(),
  );
  await chat.say('Not this');
  await chat.say('Nor this');
  await page.getByText('This message could not be sent.').nth(1).waitFor();
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await chat.shows(['> Nor this']);
  await page.unroute('**/api/chat');
  await page.getByRole('button', { name: 'Send again' }).click();
  await chat.shows(['> Nor this', greeting]);
  expect((await stage.conversationWith('Nor')).said).toEqual(await chat.said());
});

it('a conversation that is not there any more begins anew, with what was written', async () => {
  const { chat } = await stage.visit();
  await chat.open();
  await chat.say('Long ago 31');
  await chat.shows(['> Long ago 31', greeting]);
  const { id } = await stage.conversationWith('Long ago');
  await stage.app.database.pool.query(`update conversations set visitor_token_hash = sha256('another') where id = $1`, [
    id.replace(/^cv_/, ''),
  ]);
  await chat.say('Are you still there?');
  await chat.shows(['> Are you still there?', greeting]);
  expect((await stage.conversationWith('still there')).id).not.toBe(id);
});

it('what a stream holds back is asked for only while somebody looks, and until the stream brings something', async () => {
  const { page, chat } = await stage.visit();
  let reads = 0;
  page.on('request', (request) => void (reads += Number(request.url().includes('/messages?'))));
  // Opens, and brings nothing.
  await page.evaluate(`
    const own = globalThis.fetch;
    let isHeld = true;
    let held;
    globalThis.letGo = () => { isHeld = false; held.close(); };
    globalThis.fetch = async (url, init) => {
      if (!isHeld || !String(url).endsWith('/events')) return own(url, init);
      const body = new ReadableStream({ start(controller) {
        held = controller;
        init.signal.addEventListener('abort', () => { try { controller.error(new Error('aborted')); } catch {} });
      } });
      return new Response(body);
    };
    globalThis.look = (isHidden) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };`);
  await chat.open();
  await chat.say('First 51');
  await chat.shows(['> First 51', greeting]);
  await expect.poll(() => reads).toBe(1);
  await page.clock.install();
  const say = async (text: string) => {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/chat'));
    await chat.say(text);
    await (await answered).finished();
  };
  const passes = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 5) await page.clock.runFor(5_000);
  };

  await say('Second');
  await page.evaluate('look(true)');
  await passes(30);
  expect(reads).toBe(1);

  await page.evaluate('look(false)');
  await expect
    .poll(async () => {
      await passes(5);
      return reads;
    })
    .toBeGreaterThan(2);
  const answered = ['> First 51', greeting, '> Second', anAnswer];
  await chat.shows(answered);

  await page.evaluate('letGo()');
  const { id } = await stage.conversationWith('First 51');
  await stage.act('takeOverConversation', id);
  await chat.says(chat.who, /^Operator /);
  await stage.act('replyToConversation', id, 'Here I am.');
  await chat.shows([...answered, 'Here I am.']);
  await passes(5);
  const before = reads;
  await passes(30);
  expect(reads).toBe(before);
});
