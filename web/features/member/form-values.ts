import type { Profile } from "#web/features/member/queries.ts";
import type { PlaceValue } from "#web/features/place/place-field.tsx";

/** A profile as its form holds it: what people type. */
export type ProfileFormValues = {
  handle: string;
  displayName: string;
  bio: string;
  /** Separated by commas. */
  skills: string;
  languages: string[];
  where: PlaceValue;
  timeZone: string;
  arbiter: boolean;
};

/** The part of a profile that its form shows. */
export type EditableProfile = Pick<
  Profile,
  | "handle"
  | "displayName"
  | "bio"
  | "skills"
  | "languages"
  | "place"
  | "latitude"
  | "longitude"
  | "timeZone"
  | "arbiter"
>;

export function toFormValues({
  handle,
  displayName,
  bio,
  skills,
  languages,
  place,
  latitude,
  longitude,
  timeZone,
  arbiter,
}: EditableProfile): ProfileFormValues {
  return {
    handle,
    displayName,
    bio,
    skills: skills.join(", "),
    languages,
    where: { place, latitude, longitude },
    timeZone,
    arbiter,
  };
}

/** @returns what profileSchema checks */
export function fromFormValues({ skills, where, ...rest }: ProfileFormValues) {
  return {
    ...rest,
    ...where,
    skills: skills
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  };
}
