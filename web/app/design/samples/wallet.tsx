import { PEOPLE } from "#web/app/design/samples/people.ts";
import { Dial } from "#web/components/motif/dial.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Bar } from "#web/components/ui/bar.tsx";
import { BarRows } from "#web/components/ui/bar-rows.tsx";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { Table } from "#web/components/ui/table.tsx";

const HOLDINGS = [
  { ...PEOPLE.marek, minutes: 240, expiry: 1_806_537_600 },
  { ...PEOPLE.hannah, minutes: 45, expiry: 1_804_118_400 },
  { ...PEOPLE.omar, minutes: 475, expiry: 1_830_297_600 },
];

export function WalletSample() {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <Dial share={0.53} label="Half a day" />
        <div>
          <p className="text-sm text-soft">You hold</p>
          <Amount minutes={760} size="hero" />
          <p className="mt-1 text-sm text-soft">1 h 30 min more is in escrow for you</p>
          <div className="mt-4 flex flex-wrap gap-2.5">
            <Button variant="primary">Promise time</Button>
            <Button>Send</Button>
            <Button>Convert</Button>
          </div>
        </div>
      </Card>
      <Card>
        <CardHeader title="Runs out" level="h3" />
        <BarRows
          rows={[
            { key: "week", name: "This week", value: 45, tone: "warn", shown: <Amount minutes={45} /> },
            { key: "month", name: "This month", value: 190, tone: "time", shown: <Amount minutes={190} /> },
            { key: "march", name: "By March", value: 300, tone: "time", shown: <Amount minutes={300} /> },
            { key: "never", name: "Never", value: 225, tone: "brand", shown: <Amount minutes={225} /> },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="Your promises" level="h3">
          what others can claim from you
        </CardHeader>
        <Bar
          className="h-4"
          whole={2_400}
          parts={[
            { key: "kept", value: 1_100, tone: "brand" },
            { key: "held", value: 525, tone: "time" },
            { key: "escrow", value: 240, tone: "pale" },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="By promise" level="h3" />
        <Table
          caption="What you hold, by who promised it"
          rows={HOLDINGS}
          rowKey={(row) => row.address}
          columns={[
            {
              key: "by",
              title: "Promised by",
              cell: (row) => <Person address={row.address} name={row.name} size="small" />,
            },
            { key: "until", title: "Runs out", wide: true, cell: (row) => <Instant at={row.expiry} format="day" /> },
            { key: "amount", title: "Amount", numeric: true, cell: (row) => <Amount minutes={row.minutes} /> },
          ]}
        />
      </Card>
    </div>
  );
}
