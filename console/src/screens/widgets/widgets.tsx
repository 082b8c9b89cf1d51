import { useAddress } from '../../app/use-address.ts';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { AllWidgets } from './all-widgets.tsx';
import { OneWidget } from './widget/one-widget.tsx';

/** The chats on people’s pages: which pages may use each, what comes of it, and the line that puts it there. */
export function Widgets() {
  const { id } = useAddress();
  return <ScreenBody>{id === null ? <AllWidgets /> : <OneWidget key={id} id={id} />}</ScreenBody>;
}
