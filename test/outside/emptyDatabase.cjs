const { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { PGlite } = require('@electric-sql/pglite');
const { version } = require('../../node_modules/@electric-sql/pglite/package.json');

const cache = resolve('node_modules', '.cache');

/** An empty embedded database, which tests copy: making one anew takes ten times as long as opening it. */
const folder = join(cache, `pglite-${version}`);

/** Makes it once. Of several that do so at a time, one is kept. */
module.exports = async function makeEmptyDatabase() {
	if (existsSync(folder)) return;
	mkdirSync(cache, { recursive: true });
	const made = mkdtempSync(join(cache, 'pglite-'));
	const database = await PGlite.create(made);
	await database.close();
	try {
		renameSync(made, folder);
	} catch {
		rmSync(made, { recursive: true, force: true });
	}
};

module.exports.emptyDatabase = folder;
