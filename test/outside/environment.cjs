const { TestEnvironment } = require('jest-environment-node');

/**
 * Node as tests see it, with a way to load modules as Node itself does: jest's own loader knows neither ES
 * modules nor WebAssembly that is fetched while it starts.
 */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		this.global.requireOutside = require;
	}
};
