import { Fragment } from 'react';

/** A sentence of the document, in which what stands between backticks is code. */
export const Told = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => (
      <p key={paragraph}>
        {paragraph.split('`').map((part, index) =>
          index % 2 === 0 ? (
            // oxlint-disable-next-line react/no-array-index-key -- the parts of a text that never changes
            <Fragment key={index}>{part}</Fragment>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <code key={index}>{part}</code>
          ),
        )}
      </p>
    ))}
  </>
);
