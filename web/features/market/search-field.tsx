/** Where one types what one looks for in the market. */
export function SearchField({ label, placeholder, value }: { label: string; placeholder: string; value: string }) {
  return (
    <input
      type="search"
      name="q"
      maxLength={120}
      autoComplete="off"
      enterKeyHint="search"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      className="min-h-11 min-w-0 flex-1 rounded-xl bg-transparent px-4 text-[1.0625rem] placeholder:text-soft"
    />
  );
}
