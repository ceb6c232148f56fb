import { useNow } from "next-intl";
import { PEOPLE } from "#web/app/design/samples/people.ts";
import { Address } from "#web/components/ui/address.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Deadline } from "#web/components/ui/deadline.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { Stepper } from "#web/components/ui/stepper.tsx";
import { Timeline, TimelineItem } from "#web/components/ui/timeline.tsx";

export function DealSample() {
  const soon = new Date(useNow().getTime() + 2.2 * 86_400_000);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h3 className="text-page">Marek has delivered. Is it done?</h3>
        <Deadline at={soon}>You decide by</Deadline>
      </div>
      <Stepper steps={["Payment", "Signature", "Funding", "In progress"]} current={2} />
      <div className="grid items-start gap-5 lg:grid-cols-[1.7fr_1fr]">
        <Card>
          <Timeline label="What happened, and what comes">
            <TimelineItem state="done" title="Agreed" detail="Marek signed your terms · 18 Nov, 09:12 · block 47,003" />
            <TimelineItem
              state="done"
              title={
                <>
                  <Amount minutes={90} /> locked in escrow
                </>
              }
              detail="From you, in minutes promised by Lucía and Omar · nobody can touch it alone"
            >
              <div className="flex flex-wrap gap-2">
                <Pill>60 min · Lucía · until Mar 2027</Pill>
                <Pill>30 min · Omar · no end</Pill>
              </div>
            </TimelineItem>
            <TimelineItem state="wrong" title="Disputed" detail="Inés says the chain still slips" />
            <TimelineItem
              state="now"
              title="Your answer"
              detail={
                <>
                  Confirm, or raise a dispute. Silence pays Marek on <Instant at={soon} />
                </>
              }
            />
            <TimelineItem state="next" title="Ratings open together" detail="Neither sees the other’s first" />
          </Timeline>
        </Card>
        <div className="flex flex-col gap-5">
          <Card>
            <CardHeader title="If you confirm now" level="h3" />
            <Facts>
              <Fact name="Marek gets" strong>
                <Amount minutes={90} />
              </Fact>
              <Fact name="You get back">nothing</Fact>
              <Fact name="Arbiter">nothing</Fact>
            </Facts>
            <div className="mt-4 flex flex-col gap-2.5">
              <Button variant="primary" wide>
                Confirm and rate
              </Button>
              <Button variant="danger" wide>
                Something is wrong
              </Button>
            </div>
            <p className="mt-4 text-sm text-soft">You pay the node’s fee, nothing else.</p>
          </Card>
          <Card>
            <Person {...PEOPLE.marek} size="large" href="#deal" detail="gives the time" />
            <div className="mt-3 border-t border-line pt-2">
              <Address value={PEOPLE.marek.address} name={PEOPLE.marek.name} />
            </div>
          </Card>
        </div>
      </div>
    </div>
  );
}
