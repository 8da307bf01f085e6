import type { FastifyInstance } from 'fastify';

import { compact } from '../../../json';
import { findSender, launchProviders, type Sender, senders } from '../account';
import { apiError } from '../errors';
import { brokenQuery, oneOf, type Query, textIn, textUpTo, wholeNumber } from '../query';
import { infobipTime } from '../times';
import { pageOf, pageParameters } from './paging';
import { noSender } from './testNumbers';

interface Request {
	Params: { name: string };
	Querystring: Query;
}

const UPDATED_AT = infobipTime('2026-01-01T00:00:00.000Z');
const providerParameters = {
	countryCode: textUpTo(2),
	page: wholeNumber(0),
	pageSize: wholeNumber(1, 200),
	sortDirection: oneOf('ASC', 'DESC'),
};

/** Senders, where they are launched, and the carriers that could launch them. */
export function senderRoutes(app: FastifyInstance): void {
	app.get<Request>('/rcs/1/senders', async ({ query }, reply) => {
		const broken = brokenQuery(query, pageParameters);
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		return pageOf(senders.map(show), query);
	});

	app.get<Request>('/rcs/1/senders/providers', async ({ query }, reply) => {
		const broken = brokenQuery(query, providerParameters);
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		const country = textIn(query, 'countryCode');
		const found = launchProviders.filter(
			({ countryCode }) => country === undefined || countryCode === country,
		);
		if (found.length === 0) return reply.code(404).send(noCarriers(country));
		const sorted = textIn(query, 'sortDirection') === 'DESC' ? found.toReversed() : found;
		return pageOf(sorted, { ...query, size: query['pageSize'] });
	});

	app.get<Request>('/rcs/1/senders/:name', async ({ params }, reply) => {
		const sender = findSender(params.name);
		return sender ? showFully(sender) : reply.code(404).send(noSender(params.name));
	});

	app.get<Request>('/rcs/1/senders/:name/launch-status', async ({ params }, reply) => {
		const sender = findSender(params.name);
		return sender ? launchStatus(sender) : reply.code(404).send(noSender(params.name));
	});
}

const noCarriers = (country = ''): object => ({
	...apiError(404, [
		{
			property: 'REQUEST',
			violation: `No Carriers/Providers available for country with code ${country}.`,
		},
	]),
	description: 'No Carriers/Providers available for a given country.',
	action: 'Please try again with a different country code.',
});

const show = ({ id, name, color, status }: Sender): object => ({
	senderName: id,
	senderStatus: status,
	billingCategory: 'NON_CONVERSATIONAL',
	useCase: 'MULTI_USE',
	hostingRegion: 'EUROPE',
	brand: { brandName: name },
	displayName: name,
	description: 'A shop to try things with',
	color,
	bannerUrl: 'https://shop.example/banner.png',
	logoUrl: 'https://shop.example/logo.png',
	updatedAt: UPDATED_AT,
});

const showFully = (sender: Sender): object => ({
	...show(sender),
	websites: [{ url: 'https://shop.example', label: 'Website' }],
	privacy: { url: 'https://shop.example/privacy', label: 'Privacy' },
	termsOfService: { url: 'https://shop.example/terms', label: 'Terms' },
});

/** The carriers of each country in one entry, as documented. */
function launchStatus({ id, status, launches }: Sender): object {
	const countries = [...new Set(launches.map(({ country }) => country))];
	return {
		event: 'RCS_SENDER_LAUNCH_STATUS_UPDATE',
		senderName: id,
		senderStatus: status,
		coverage: countries.map((countryCode) => ({
			countryCode,
			providers: launches
				.filter(({ country }) => country === countryCode)
				.map(({ carrier, status: state, reason }) =>
					compact({
						name: carrier,
						status: state,
						rejectionReason: reason,
						updatedAt: UPDATED_AT,
					}),
				),
		})),
		updatedAt: UPDATED_AT,
	};
}
