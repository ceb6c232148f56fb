import { X } from "lucide-react";

/** What was chosen so far, each of it with a button that takes it out; nothing where nothing was. */
export function RemovableChips<Value extends string>({
  label,
  values,
  nameOf = (value) => value,
  removeLabel,
  onRemove,
}: {
  label: string;
  values: readonly Value[];
  /** A value in words. */
  nameOf?: (value: Value) => string;
  /** What the button of the one of this name does. */
  removeLabel: (name: string) => string;
  onRemove: (value: Value) => void;
}) {
  if (values.length === 0) return null;
  return (
    <ul aria-label={label} className="mb-1 flex flex-wrap gap-2">
      {values.map((value) => (
        <li key={value} className="inline-flex items-center gap-1 rounded-full bg-sunk ps-3.5 pe-1 text-sm font-medium">
          <span dir="auto">{nameOf(value)}</span>
          <button
            type="button"
            aria-label={removeLabel(nameOf(value))}
            onClick={() => onRemove(value)}
            className="touch-target inline-flex size-9 items-center justify-center rounded-full text-soft hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}
