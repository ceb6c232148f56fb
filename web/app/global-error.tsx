"use client";

import { DEFAULT_LOCALE } from "#web/i18n/locales.ts";
import common from "#web/messages/en/common.json";

/** The last resort, when even the layout failed: no styles, no translations to count on. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang={DEFAULT_LOCALE}>
      <body>
        <main>
          <h1>{common.failure.title}</h1>
          <p>{common.failure.body}</p>
          <button type="button" onClick={reset}>
            {common.failure.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
