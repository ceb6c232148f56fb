import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ActSamples } from "#web/app/design/samples/acts.tsx";
import { ControlSamples } from "#web/app/design/samples/controls.tsx";
import { DealSample } from "#web/app/design/samples/deal.tsx";
import { ListingSamples } from "#web/app/design/samples/listings.tsx";
import { StateSamples } from "#web/app/design/samples/states.tsx";
import { TypeSamples } from "#web/app/design/samples/type.tsx";
import { WalletSample } from "#web/app/design/samples/wallet.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Design", robots: { index: false } };

type Theme = "light" | "dark";

const SECTIONS: { id: string; title: string; samples: (theme: Theme) => ReactNode }[] = [
  { id: "type", title: "Type and colour", samples: () => <TypeSamples /> },
  { id: "listings", title: "Listings", samples: (theme) => <ListingSamples label={`Kinds, ${theme}`} /> },
  { id: "deal", title: "A deal", samples: () => <DealSample /> },
  { id: "wallet", title: "Time you hold", samples: () => <WalletSample /> },
  { id: "acts", title: "Acts", samples: () => <ActSamples /> },
  { id: "controls", title: "Controls", samples: () => <ControlSamples /> },
  { id: "states", title: "States", samples: () => <StateSamples /> },
];

/** The catalogue of parts for those who build screens: each in both themes, with samples in plain English. */
export default function DesignPage() {
  return (
    <>
      <div className="page-width">
        <PageHeader size="hero" title="Parts of the house">
          Everything screens are made of, by day and by night.
        </PageHeader>
      </div>
      {SECTIONS.map(({ id, title, samples }) => (
        <section key={id} aria-labelledby={id} className="border-t border-line">
          <div className="page-width pt-8">
            <h2 id={id} className="text-section">
              {title}
            </h2>
          </div>
          {(["light", "dark"] as const).map((theme) => (
            <div key={theme} data-theme={theme} className="mt-6 bg-paper text-ink">
              <div className="page-width py-8">{samples(theme)}</div>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
