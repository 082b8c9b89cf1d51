import { buildWidget } from '../widget/build.ts';
import { startTestApp } from '../test/support/app.ts';
import { openBrowser } from '../test/support/browser.ts';
import { chatOn } from '../test/widget/chat-page.ts';
import { startHostPage } from '../test/widget/host-page.ts';

/** What a visitor waits for on a slow phone: from the page to the button, to the open panel, to the first message answered. */
const profiles = [
  { name: 'no limit', latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  // As Chromium's own tools have it: 400 kbit/s, and 2 s until an answer begins.
  { name: 'slow 3G', latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 },
];

await buildWidget();
const app = await startTestApp();
const { keys } = await app.workspace();
const host = await startHostPage({ '/': { script: `${app.url}/widget.js`, key: keys.widget } });
const { person, close } = await openBrowser();

for (const { name, ...conditions } of profiles) {
  const context = await person({ viewport: { width: 390, height: 760 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
  const chat = chatOn(page);
  const times: number[] = [performance.now()];
  const done = () => times.push(performance.now());
  await page.goto(host.url);
  await chat.button.waitFor();
  done();
  await chat.open();
  await chat.field.waitFor();
  done();
  await chat.say('Hello');
  await page.locator('.log li.other').waitFor();
  done();
  const [page_ = 0, button = 0, panel = 0, answer = 0] = times;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(
    `${name.padEnd(10)} page → button ${seconds(button - page_)}   click → panel ${seconds(panel - button)}   send → answer ${seconds(answer - panel)}   in all ${seconds(answer - page_)}`,
  );
  await context.close();
}

await close();
await host.close();
await app.close();
