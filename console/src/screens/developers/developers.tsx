import { useAddress } from '../../app/use-address.ts';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { Keys } from './keys/keys.tsx';
import { Routes } from './routes/routes.tsx';

/** What those who write programs need: keys, and every route those may call. */
export function Developers() {
  const { id } = useAddress();
  return <ScreenBody>{id === 'routes' ? <Routes /> : <Keys />}</ScreenBody>;
}
