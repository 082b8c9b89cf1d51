import pg from 'pg';

/** Both databases are reached by this, the embedded one too. */
pg.Client.prototype.connect = (): never => {
  throw new Error('This test runs on one database alone. Take its file off the list in test/without-database.ts.');
};
