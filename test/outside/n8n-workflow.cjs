module.exports = Reflect.get(globalThis, 'requireOutside')('n8n-workflow');
