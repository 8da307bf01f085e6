const { types } = require('node:util');
const { TestEnvironment } = require('jest-environment-node');

/**
 * Node as tests see it, with a way to load modules as Node itself does: jest's own loader knows neither ES
 * modules nor WebAssembly that is fetched while it starts. Errors of those modules and of Node are errors.
 */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		this.global.requireOutside = require;
		const { Error, Function } = this.global;
		const usual = Function.prototype[Symbol.hasInstance];
		Object.defineProperty(Error, Symbol.hasInstance, {
			value(/** @type {unknown} */ value) {
				return usual.call(this, value) || (this === Error && types.isNativeError(value));
			},
		});
	}
};
