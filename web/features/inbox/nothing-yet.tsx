import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { paths } from "#web/lib/paths.ts";

/** What stands in an inbox, or a list of searches, that has nothing in it yet: both begin in the market. */
export function NothingYet({ title, body, action }: { title: string; body: string; action: string }) {
  return (
    <EmptyState
      title={title}
      action={
        <LinkButton variant="primary" href={paths.market()}>
          {action}
        </LinkButton>
      }
    >
      {body}
    </EmptyState>
  );
}
