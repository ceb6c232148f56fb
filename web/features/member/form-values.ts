import type { Profile } from "#web/features/member/queries.ts";
import type { PlaceValue } from "#web/features/place/place-value.ts";

/** A profile as its form holds it: what people type. */
export type ProfileFormValues = {
  handle: string;
  displayName: string;
  bio: string;
  skills: string[];
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
    skills,
    languages,
    where: { place, latitude, longitude },
    timeZone,
    arbiter,
  };
}

/** @returns what profileSchema checks */
export function fromFormValues({ where, ...rest }: ProfileFormValues) {
  return { ...rest, ...where };
}
