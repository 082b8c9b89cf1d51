-- Written by hand: who comes from a sign-in provider is looked for by address, in all workspaces.
create index "people_of_an_address" on "members" ("email") where "role" is not null and "removed_at" is null;
