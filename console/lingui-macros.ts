import { join } from 'node:path';
import { transformAsync } from '@babel/core';
import { getConfig } from '@lingui/conf';
import macros from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';

const linguiConfig = getConfig({ configPath: join(import.meta.dirname, 'lingui.config.ts') });

/**
 * Turns the macros of strings into what they stand for. Lingui's own plugin for this is a binary that npm leaves out where it runs
 * under Node 20. Messages stay in the code, so that a new string shows before the catalogue knows it.
 */
export const linguiMacros = (): Plugin => ({
  name: 'tributary-lingui-macros',
  enforce: 'pre',
  transform: {
    filter: { id: /\/console\/src\/.*\.tsx?$/, code: /@lingui\/(?:core|react)\/macro/ },
    async handler(code, id) {
      const made = await transformAsync(code, {
        filename: id,
        configFile: false,
        babelrc: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [[macros, { descriptorFields: 'message', linguiConfig }]],
      });
      return made?.code ? { code: made.code, map: made.map ?? null } : null;
    },
  },
});
