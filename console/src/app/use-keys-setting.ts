import { useLocalStorage } from '@mantine/hooks';

/** Whether keys of a single letter do something in this browser: somebody who dictates, or slips, may not want them to. */
export const useKeysSetting = () => useLocalStorage<boolean>({ key: 'tributary.keys', defaultValue: true });
