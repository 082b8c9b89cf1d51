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
