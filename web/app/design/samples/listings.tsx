import { PEOPLE } from "#web/app/design/samples/people.ts";
import { ArcArt } from "#web/components/motif/arc-art.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TabLinks } from "#web/components/ui/tab-links.tsx";

const LISTINGS = [
  { id: "8d6f", kind: "Offer", hue: 32, title: "Fix your bike, teach you how", by: PEOPLE.marek, minutes: 90 },
  { id: "11c0", kind: "Offer", hue: 10, title: "Conversational Spanish over coffee", by: PEOPLE.ines, minutes: 60 },
  { id: "f3a9", kind: "Request", hue: 96, title: "Someone to prune two apple trees", by: PEOPLE.hannah, minutes: 180 },
  { id: "70be", kind: "Offer", hue: 206, title: "Tax return, read and explained", by: PEOPLE.omar, minutes: 45 },
  { id: "2ab4", kind: "Offer", hue: 325, title: "Sewing: hems, zips, small repairs", by: PEOPLE.ines, minutes: 75 },
  { id: "c51d", kind: "Request", hue: 178, title: "Help moving a piano, four people", by: PEOPLE.marek, minutes: 120 },
] as const;

export function ListingSamples({ label }: { label: string }) {
  return (
    <div className="flex flex-col gap-5">
      <TabLinks
        label={label}
        links={[
          { href: "#all", label: "Everything", count: 214, current: true },
          { href: "#offers", label: "Offers", count: 151, current: false },
          { href: "#requests", label: "Requests", count: 63, current: false },
        ]}
      />
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {LISTINGS.map(({ id, kind, hue, title, by, minutes }) => (
          <Card key={id} as="article" flush className="flex flex-col">
            <div className="relative">
              <ArcArt seed={id} hue={hue} />
              <Pill className="absolute inset-s-3.5 top-3.5 border-transparent">{kind}</Pill>
            </div>
            <div className="flex grow flex-col gap-3 p-5">
              <h3 className="text-card">{title}</h3>
              <Person address={by.address} name={by.name} score={by.score} size="small" />
              <div className="mt-auto flex items-end justify-between border-t border-line pt-3">
                <Amount minutes={minutes} size="section" />
                <Pill tone="time">Free Thu 14:00</Pill>
              </div>
            </div>
          </Card>
        ))}
      </div>
    </div>
  );
}
