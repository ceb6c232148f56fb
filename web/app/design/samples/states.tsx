import { Card } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Skeleton } from "#web/components/ui/skeleton.tsx";

export function StateSamples() {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card>
        <EmptyState
          level="h3"
          title="No deals yet"
          action={
            <LinkButton variant="primary" href="#states">
              Look at the market
            </LinkButton>
          }
        >
          A deal begins when you propose a time to somebody.
        </EmptyState>
      </Card>
      <div className="flex flex-col gap-3">
        <Notice>Ratings open together: neither sees the other’s first.</Notice>
        <Notice tone="good">Everything on this page was replayed from the chain and agrees.</Notice>
        <Notice tone="time">45 min from Jonas lapse on Friday.</Notice>
        <Notice tone="wrong">Your wallet is on another network.</Notice>
        <Card>
          <Skeleton className="h-6 w-1/2" />
          <Skeleton className="mt-3 h-4 w-full" />
          <Skeleton className="mt-2 h-4 w-4/5" />
        </Card>
      </div>
    </div>
  );
}
