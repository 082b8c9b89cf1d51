-- Answers of the public chat were kept whole, with the visitor's token in them.
UPDATE "idempotency_keys" AS kept
   SET "status" = NULL, "body" = NULL
  FROM "api_keys" AS key
 WHERE key."org_id" = kept."org_id" AND key."id" = kept."api_key_id" AND key."dialect" = 'WIDGET' AND kept."body" IS NOT NULL;
