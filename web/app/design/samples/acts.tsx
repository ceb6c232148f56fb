"use client";

import { Info, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Amount } from "#web/components/ui/amount.tsx";
import { Button } from "#web/components/ui/button.tsx";
import { ConfirmDialog } from "#web/components/ui/confirm-dialog.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Menu, MenuHeading, MenuItem, MenuLink, MenuSeparator } from "#web/components/ui/menu.tsx";
import { Tabs } from "#web/components/ui/tabs.tsx";
import { Tooltip } from "#web/components/ui/tooltip.tsx";

export function ActSamples() {
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary">
          <Plus aria-hidden="true" /> Offer your time
        </Button>
        <Button>Ask for help</Button>
        <Button variant="quiet">Later</Button>
        <Button variant="danger">Something is wrong</Button>
        <Button variant="primary" pending>
          Confirm in wallet
        </Button>
        <Button disabled>Not yet</Button>
        <Button size="small">Open</Button>
        <LinkButton href="#acts">A link</LinkButton>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Dialog
          trigger={<Button>Send time</Button>}
          title="Send time"
          description="It is theirs at once and cannot be called back."
          footer={<Button variant="primary">Send</Button>}
        >
          <Field label="How much" description="You hold 12 h 40 min">
            <Input inputMode="numeric" suffix="min" defaultValue="90" />
          </Field>
        </Dialog>
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          trigger={<Button>Confirm and pay</Button>}
          title="Pay Marek?"
          description="This closes the deal and cannot be taken back."
          confirm="Confirm and pay"
          onConfirm={() => {
            setAsking(false);
            toast.success("Done", { description: "Marek has 1 h 30 min more." });
          }}
        >
          <Facts>
            <Fact name="Marek gets" strong>
              <Amount minutes={90} />
            </Fact>
            <Fact name="You get back">nothing</Fact>
          </Facts>
        </ConfirmDialog>
        <Menu trigger={<Button>Account</Button>}>
          <MenuHeading>Inés Romero</MenuHeading>
          <MenuLink href="#acts" icon={<Info aria-hidden="true" />}>
            Your page
          </MenuLink>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="warn" onClick={() => toast("Signed out")}>
            Sign out
          </MenuItem>
        </Menu>
        <Tooltip content="Counted from finished deals, by a published formula.">
          <Button variant="quiet">What is this score?</Button>
        </Tooltip>
        <Button onClick={() => toast("Pending", { description: "The transaction is on its way." })}>Toast</Button>
      </div>
      <Tabs
        label="A member"
        tabs={[
          { value: "offers", label: "Offers", panel: <p>Four offers, two of them free this week.</p> },
          { value: "ratings", label: "Ratings", panel: <p>38 ratings, 4.9 on average.</p> },
          { value: "promises", label: "Promises", panel: <p>18 h 20 min kept so far.</p> },
        ]}
      />
    </div>
  );
}
