import { Trans, useLingui } from '@lingui/react/macro';
import { AppShell, Burger, Button, Group, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../data/session.tsx';
import { screens } from '../screens.ts';
import { type Command, useCommands } from './commands.tsx';
import { Connection } from './connection.tsx';
import { Keys } from './keys.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './shell.module.css';

/** What stands around every screen. */
export function Shell() {
  const { t, i18n } = useLingui();
  const { may, viewer } = useSession();
  const navigate = useNavigate();
  const [isMenuOpen, menu] = useDisclosure();
  const [isPaletteOpen, palette] = useDisclosure();
  const [areKeysOpen, keys] = useDisclosure();
  const offered = useMemo(() => screens.filter(({ needs }) => may(...needs)), [may]);

  useCommands([
    ...offered.map(({ name, key, path }): Command => ({
      name: t`Go to ${i18n._(name)}`,
      key: `g ${key}`,
      run: () => void navigate({ to: `/${path}` }),
    })),
    { name: t`Show the keys`, key: '?', run: keys.open },
    { name: t`Go to or do anything`, key: '/', run: palette.open },
  ]);
  useHotkeys([['mod+K', palette.toggle]], []);

  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !isMenuOpen } }}
      padding={0}
      classNames={{ main: classes['main'] ?? '', navbar: classes['navbar'] ?? '' }}
    >
      <a className="skip" href="#screen">
        <Trans>Skip to the screen</Trans>
      </a>
      <AppShell.Header className={classes['header'] ?? ''}>
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Burger opened={isMenuOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t`Menu`} />
          <span className={`cut ${classes['workspace'] ?? ''}`}>{viewer.organisation.name}</span>
        </Group>
        <Group gap="sm" wrap="nowrap">
          <Connection />
          <Button
            variant="default"
            size="xs"
            onClick={palette.open}
            rightSection={<Kbd size="xs">⌘K</Kbd>}
            visibleFrom="sm"
          >
            <Trans>Find</Trans>
          </Button>
          <PersonMenu onKeys={keys.open} onFind={palette.open} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <Navigation screens={offered} onGo={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="screen" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <Keys />
      <Palette isOpen={isPaletteOpen} onClose={palette.close} />
      <KeysHelp isOpen={areKeysOpen} onClose={keys.close} />
    </AppShell>
  );
}
