import type { INodeProperties } from 'n8n-workflow';

const operation = ['recordFromShop'];

/** What a shop tells of a customer. */
export const shopProperties: INodeProperties[] = [
	{
		displayName: 'Statement From',
		name: 'statementFrom',
		type: 'options',
		options: [
			{
				name: 'Shopify Customer Consent',
				value: 'shopifyCustomer',
				description: "SMS consent: webhook 'Customer marketing consent update', or a customer",
			},
			{
				name: 'WooCommerce Order',
				value: 'woocommerceOrder',
				description: 'A checkbox in the checkout',
			},
		],
		default: 'shopifyCustomer',
		displayOptions: { show: { operation } },
	},
	{
		displayName: 'Payload',
		name: 'shopPayload',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			"What the shop's webhook gave: the item itself, or its field body. It names the phone number, the state and the time.",
		displayOptions: { show: { operation } },
	},
	{
		displayName: 'Consent Field',
		name: 'consentField',
		type: 'string',
		default: 'rcs_marketing_consent',
		required: true,
		description:
			"The key in the order's meta_data under which the checkbox is saved; its text may stand under the same key with _text at the end",
		displayOptions: { show: { operation, statementFrom: ['woocommerceOrder'] } },
	},
];
