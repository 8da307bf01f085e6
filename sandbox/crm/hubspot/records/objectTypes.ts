import { invalid } from '../errors';

/** The objects that are emulated. */
export type ObjectType = 'contacts' | 'communications';

interface ObjectNames {
	/** The id HubSpot has for the type. */
	id: string;
	/** In error messages. */
	word: string;
}

export const objectTypes: Readonly<Record<ObjectType, ObjectNames>> = {
	contacts: { id: '0-1', word: 'CONTACT' },
	communications: { id: '0-18', word: 'COMMUNICATION' },
};

const names: Readonly<Record<string, ObjectType>> = {
	contacts: 'contacts',
	contact: 'contacts',
	'0-1': 'contacts',
	communications: 'communications',
	communication: 'communications',
	'0-18': 'communications',
};

/** The object type a path names. @throws Refusal */
export function readObjectType(name: string): ObjectType {
	const type = names[name.toLowerCase()];
	if (type) return type;
	throw invalid(`Unable to infer object type from: ${name}`);
}

/** The association HubSpot defines between a communication and a contact. */
export const COMMUNICATION_TO_CONTACT = 81;
