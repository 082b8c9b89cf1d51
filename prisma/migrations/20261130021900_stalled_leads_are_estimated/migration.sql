-- PostgreSQL keeps no statistics of what a partial index is over, so it took any time for a third of all leads, and read them all where
-- the index has few.
create statistics "leads_idle_since" on (coalesce("last_touched_at", "created_at")) from "leads";
analyze "leads";
