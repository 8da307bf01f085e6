/** The objects that hold people, and the standard fields in which others keep their phones. */
export interface PersonObject {
	name: 'Contact' | 'Lead';
	/** Mobile numbers first. */
	phones: readonly string[];
	country: string;
	/** Which records count. */
	where?: string;
}

export const people: readonly PersonObject[] = [
	{
		name: 'Contact',
		phones: ['MobilePhone', 'Phone', 'HomePhone', 'OtherPhone'],
		country: 'MailingCountry',
	},
	// A converted lead lives on as a contact.
	{
		name: 'Lead',
		phones: ['MobilePhone', 'Phone'],
		country: 'Country',
		where: 'IsConverted = false',
	},
];

export function isPerson(object: string): boolean {
	return people.some(({ name }) => name === object);
}
