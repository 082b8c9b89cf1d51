import { Avatar } from '@mantine/core';

type Props = { readonly name: string; readonly url: string | null; readonly size?: number };

/** Somebody of the team, by picture or initials. The name stands beside it, so it says none itself. */
export const Face = ({ name, url, size = 24 }: Props) => (
  <Avatar src={url} name={name} size={size} radius="xl" color="accent" variant="light" alt="" aria-hidden="true" />
);
