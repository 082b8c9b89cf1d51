import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useSession } from '../data/session.tsx';
import { Face } from '../parts/face.tsx';
import { tellNotDone } from '../parts/tell.ts';
import { roles } from '../parts/words.ts';

type Props = { readonly onKeys: () => void; readonly onFind: () => void };

/** Who one is here, how it looks, and the way out. */
export function PersonMenu({ onKeys, onFind }: Props) {
  const { t, i18n } = useLingui();
  const { viewer, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { member, business } = viewer;
  const name = member?.name ?? t`API key`;
  const leave = async () => {
    const refused = await signOut();
    if (refused !== null) tellNotDone(t`Not signed out`, refused);
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={t`${name}: menu`}>
          <Face name={name} url={member?.avatarUrl ?? null} size={28} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          {member?.role && ` · ${i18n._(roles[member.role])}`}
          {business && ` · ${business.name}`}
        </Menu.Label>
        <Menu.Item onClick={onFind}>
          <Trans>Find</Trans>
        </Menu.Item>
        <Menu.Item onClick={onKeys}>
          <Trans>Keys</Trans>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label component="div">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t`Colours`}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
            data={[
              { value: 'auto', label: t`Auto` },
              { value: 'light', label: t`Light` },
              { value: 'dark', label: t`Dark` },
            ]}
          />
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
