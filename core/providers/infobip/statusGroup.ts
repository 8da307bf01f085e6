import { asNumber, asObject, asString } from '../../json';

/** Groups of a status by their id. Source: "Response status and error codes". */
const groups = ['ACCEPTED', 'PENDING', 'UNDELIVERABLE', 'DELIVERED', 'EXPIRED', 'REJECTED'];

/** The group of a status: by its name, else by its id. Some call group 0 OK. */
export function statusGroup(status: unknown): string | undefined {
	const { groupName, groupId } = asObject(status);
	const name = asString(groupName) ?? groups[asNumber(groupId) ?? -1];
	return name === 'OK' ? 'ACCEPTED' : name;
}
