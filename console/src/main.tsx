import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look/look.css';
import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Look } from './look/look.tsx';
import { page } from './page.ts';

// Where what keeps the page still below a dialog looks for it.
Reflect.set(globalThis, '__webpack_nonce__', page.nonce);

i18n.setMessagesCompiler(compileMessage);
i18n.loadAndActivate({ locale: 'en', messages: {} });

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Look>
          <App />
        </Look>
      </I18nProvider>
    </StrictMode>,
  );
}
