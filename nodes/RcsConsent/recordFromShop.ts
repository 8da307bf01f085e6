import { shopifyConsent, type ShopConsent, woocommerceConsent } from '../../core/commerce/consent';
import { asObject, asString, defined, parseJson } from '../../core/json';
import { checkKeys } from './check';
import type { Job } from './job';
import { failed, type Outcome, told } from './outcome';
import { forGood, invalid, type Key, readItems, readPurpose } from './readItems';
import { recordAll } from './record';
import { idOf, type Statement } from './statement';

/** What a shop says of one person: a statement, or nothing to record. */
interface Said {
	key: Key;
	statement?: Statement;
	/** The shop's own word. */
	shopState: string;
}

/** Records what shops say of their customers; what is no statement only tells what holds. */
export function recordFromShop(job: Job): Promise<Outcome[]> {
	return forGood(
		readItems(job, (i) => readSaid(job, i)),
		(all) => recordSaid(job, all),
		failed,
	);
}

async function recordSaid(job: Job, all: readonly Said[]): Promise<Outcome[]> {
	const recorded = (
		await recordAll(
			job,
			all.flatMap(({ statement }) => statement ?? []),
		)
	).values();
	const silent = all.flatMap(({ key, statement }) => (statement ? [] : [key]));
	const held = (silent.length > 0 ? await checkKeys(job, silent) : []).values();
	return all.map(({ key, statement, shopState }) => {
		const outcome = statement ? recorded.next().value : heldOf(held.next().value, key);
		if (!outcome) throw new TypeError('An item got no outcome');
		return { ...outcome, json: { ...outcome.json, shopState } };
	});
}

type Held = Awaited<ReturnType<typeof checkKeys>>[number];

function heldOf(answer: Held | undefined, { phone }: Key): Outcome | undefined {
	if (!answer) return undefined;
	return answer.ok ? told(answer.value, { recorded: false }) : failed(answer.error, phone);
}

/** @throws RcsError `validation` for what holds no consent. */
function readSaid(job: Job, i: number): Said {
	const consent = readConsent(job, i);
	const { phone, state, level, origin, occurredAt, proof, told: shopState } = consent;
	if (phone === undefined)
		throw invalid(
			'The payload has no phone number that is one in the country of its address',
			"A consent without a number is nobody's; ask for the number in the checkout.",
		);
	const agent = asString(asString(asObject(job.read('options', i, {}))['agent'])?.trim());
	const purpose = state === 'optedOut' ? '*' : readPurpose(job.read, i);
	const key = { phone, purpose, ...defined({ agent }) };
	if (state === undefined) return { key, shopState };
	if (state !== 'optedOut' && occurredAt === undefined)
		throw invalid(
			'The payload does not say when the person agreed',
			'As of now, it would end every opt-out: use Opt In with the time that you know.',
		);
	const statement = defined({
		...{ ...key, state, level, origin, source: 'shop' as const, occurredAt },
		proof: Object.keys(proof).length > 0 ? { ...proof } : undefined,
	});
	return { key, shopState, statement: { ...statement, id: idOf(job, statement, i) } };
}

function readConsent({ read }: Job, i: number): ShopConsent {
	const written = read('shopPayload', i, '');
	const payload = typeof written === 'string' ? parseJson(written) : written;
	const isShopify = read('statementFrom', i, 'shopifyCustomer') === 'shopifyCustomer';
	const field = asString(asString(read('consentField', i, ''))?.trim()) ?? '';
	const consent = isShopify ? shopifyConsent(payload) : woocommerceConsent(payload, field);
	if (consent) return consent;
	const missing = isShopify ? "Shopify's sms_marketing_consent" : "WooCommerce's meta_data";
	throw invalid(
		`The field 'Payload' does not hold ${missing}`,
		"Pick what the shop's webhook gave, and the shop in 'Statement From'.",
	);
}
