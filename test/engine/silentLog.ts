// Imported before n8n-core, whose log would fill the output of tests that are about failures.
process.env['N8N_LOG_LEVEL'] = 'silent';
