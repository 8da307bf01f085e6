import type { Agent } from '../../network/types';

/**
 * DEMO KEY - NOT A SECRET. The service account of the sandbox, made for it alone and public in this
 * repository. It opens nothing but the emulator; never use it for a real account.
 */
export const demoAccount = {
	clientEmail: 'rcs-sandbox@demo-project.iam.gserviceaccount.com',
	privateKey: `
-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDUvkJx8OsTGRce
yAGHN4YJcqKJVlXW8mtGA/BbYHIdwFPDxCIkHBc6DNLu60dtEC/xStBkzypnvpZD
JpPQ9QQOYgK46BO6Tw6kbsBeQu0PSiV6GzSFS09hjhZTi1DC8A+Uv2dgDpVT7AIU
dhOUwnR9jpZbBte900sZ0dD/fMYJivA6RXKaIQyGogkJFqp/eKZxAVMYTtVecnBH
MjXBjedOV8ugNkOASqVc55CK5elarsTRf/dwYrnx5pNUUcY7m/EDrP2t4A309zy3
uBY4Sb619btO8eZyeIo0zI9b+aUtVwJ8tz6c4W2VWY8N5xJT3AcyiA/ioMTUR7Ev
rrpxIaqLAgMBAAECggEABlCCfQqhBrPB1gicmwAQyTHkarNdp1VK6n6KxNDklccJ
SskE+7xJRKW3PYKi7fwfkfJzTpcjkBQTUs6zUu3i1GEgInLh4iF0llww9xQr55O3
7/CrAEzy8eWNM23Vfw5o1G2LSruZaYQozBbmc3FYy5YkMzpbi2dnVgeh7o4P354j
ei8vf99oup5MK9UN/8HXwMIZ0pklAGHcOGYafk55h7OdMOICf9w44cmmMlPl+fza
4AeDyZ6Jas9yPEiStCX8QqEdNuPsiOtnxwDMsJWoAqgbtgo5iT34XdP1jExiotN3
FrfuTxBwaiO1g+kxQKgUIHCtbbKT2XqhNO2mpZoYcQKBgQDqnRT1oIs+Tr7rt+cC
MvLI7BcIT7iHYypwI6H29ZRaK8vqfvh+zA+UDBuXxPxUFfTLI/G+X1GW4aFrEJFQ
Zv95+2k40nawLQll95MkcregJnoM0B6Gv64WA86LuOxEik6Obr+PRcbOROkbR5SU
e+Ooni8WrGF40t4zQOq/k75JaQKBgQDoIs/2GhbB28ZwFEvyAfBH5L4VlPGpXNy8
l3qh6gOan4XAg6ewXcYiaISdbZBnJhW1Ap+ENbZxKWU0SnWm8Oc4leFg7MAj3ciE
iB8xuZBYR2+dBDF/YgV6lC3eZx9bgXXmqGy8eNtu2fqb+oyYaxqz7+lcZHCMHmPF
nOlh3PvB0wKBgQDSt88RZeZqSfO0ZvI2yWfCCjoNnvyPrQN6wKZB1wQtkNSPgwbR
a5o6UD2gLK6tHyNEKL6BS79OEs0WCkVZv4iKGMLC5FTxmyGr0Zb4z4gZcTWBuJMS
V6qV30ltuOOME+TGjLXEitkqfj4X4EyUqEkrMxf790t8Z3hm9FFjS+FGsQKBgH3U
6Q/JYo6hGHcGuYgsvtfpyZQfUcPxn4HnRsVf+aYmVLVfaFW070MVjtVbX8xaG6gs
DNX427WJr99hgVcF/QByVmJY02pdvWUB+I7WvMTtrDXb4Qzg0IF6s0Z8dcX/bi6j
G5YqmSAErtFARlgUrrvdD41SsKNzkbe779JpnFqbAoGAcAYC9RJnNqqNh7Hx7xqB
9nbkFOYPSGWETdN84IlGLfE/R45txQtk7eFYZ1yLAYF/fvjOj0WEvKhGaNy8QzUW
fK14Ej2HRSH0EFcUN4piCZcycUQMQVcwToQ0MXWrdXcMO/y7jbFx9kwNXtyNpX19
JAXb3XXR4VMj3hcd/9FSTr8=
-----END PRIVATE KEY-----
`.trimStart(),
} as const;

/** A ready token, for trying requests by hand. It opens nothing but the emulator either. */
export const demoToken = 'sandbox-google-rbm-token';

export const demoAgent: Agent = {
	provider: 'google-rbm',
	id: 'demo-bakery-agent',
	name: 'Demo Bakery',
	color: '#b3541e',
	logoUrl: '/media/logos/demo-bakery.svg',
	verified: true,
	business: {
		description: 'Bread and cakes, baked every morning',
		phone: '+447700900922',
		website: 'https://bakery.example.com',
		email: 'hello@bakery.example.com',
	},
};
