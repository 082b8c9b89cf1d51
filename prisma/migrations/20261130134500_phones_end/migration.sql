-- Numbers that leads share are looked up by their last seven digits, without an extension, and then compared as telephones: the
-- same number is written with the code of its country and without.
DROP INDEX "leads_phone_digits";
CREATE INDEX "leads_phone_end" ON "leads" ("org_id", right(regexp_replace(regexp_replace("phone", '(\d)\D*[x#]\D*\d{1,7}\D*$', '\1', 'i'), '\D', '', 'g'), 7), "id") WHERE "deleted_at" IS NULL AND "phone" IS NOT NULL;
