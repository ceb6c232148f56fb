"use client";

import { useState } from "react";
import { Checkbox } from "#web/components/ui/checkbox.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { StarInput } from "#web/components/ui/star-input.tsx";
import { Stars } from "#web/components/ui/stars.tsx";
import { Switch } from "#web/components/ui/switch.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";

export function ControlSamples() {
  const [stars, setStars] = useState(4);
  return (
    <form className="grid gap-x-8 gap-y-5 md:grid-cols-2" onSubmit={(event) => event.preventDefault()}>
      <Field label="Title" description="What you give or need, in a few words">
        <Input placeholder="Fix your bike, teach you how" />
      </Field>
      <Field label="Price" error="Give at least 15 minutes.">
        <Input inputMode="numeric" defaultValue="5" suffix="min" />
      </Field>
      <Field label="What happens" optional>
        <Textarea placeholder="How you work, what to bring" />
      </Field>
      <div className="flex flex-col gap-5">
        <Field label="Category">
          <Select
            defaultValue="home"
            options={[
              { value: "home", label: "Home and repair" },
              { value: "languages", label: "Languages" },
              { value: "care", label: "Care" },
            ]}
          />
        </Field>
        <Checkbox defaultChecked detail="Anywhere with a quiet line">
          It can be done remotely
        </Checkbox>
        <Switch defaultChecked detail="One line a day, never at night">
          Remind me before a deadline
        </Switch>
      </div>
      <RadioGroup
        legend="Whose time you welcome"
        columns={2}
        defaultValue="anyone"
        options={[
          { value: "own", label: "Only my own promises", detail: "They come home when you are paid" },
          { value: "anyone", label: "Anyone’s promises", detail: "You can spend them on" },
        ]}
      />
      <div>
        <p className="text-sm font-semibold">How was it?</p>
        <StarInput label="Your rating" value={stars} onValueChange={setStars} />
        <Stars value={stars} />
      </div>
    </form>
  );
}
