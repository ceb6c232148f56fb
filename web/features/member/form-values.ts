import type { Profile } from "#web/features/member/queries.ts";

/** A profile as its form holds it: what people type. */
export type ProfileFormValues = {
  handle: string;
  displayName: string;
  bio: string;
  /** Separated by commas. */
  skills: string;
  languages: string[];
  place: string;
  timeZone: string;
  arbiter: boolean;
};

/** The part of a profile that its form shows. */
export type EditableProfile = Pick<
  Profile,
  "handle" | "displayName" | "bio" | "skills" | "languages" | "place" | "timeZone" | "arbiter"
>;

export function toFormValues({
  handle,
  displayName,
  bio,
  skills,
  languages,
  place,
  timeZone,
  arbiter,
}: EditableProfile): ProfileFormValues {
  return { handle, displayName, bio, skills: skills.join(", "), languages, place, timeZone, arbiter };
}

/** @returns what profileSchema checks */
export function fromFormValues({ skills, ...rest }: ProfileFormValues) {
  return {
    ...rest,
    skills: skills
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  };
}
