import { MESSAGE, messageFields, messageSpecs } from './messageFields';
import type { XmlMembers } from './xml';

const shown = ['contact', 'lead', 'state', 'campaign', 'sentAt', 'readAt', 'repliedAt'] as const;

/** What people see of messages: lists, the page of one, and reports. */
export const listViews = [
	{
		fullName: 'RCS_All',
		columns: ['NAME', ...shown.map((field) => messageFields[field].name)],
		filterScope: 'Everything',
		label: 'All RCS messages',
	},
	{
		fullName: 'RCS_Failed',
		columns: [
			'NAME',
			...shown.map((field) => messageFields[field].name),
			messageFields.failureReason.name,
		],
		filterScope: 'Everything',
		filters: {
			field: messageFields.state.name,
			operation: 'equals',
			value: 'failed,expired',
		},
		label: 'RCS messages that failed',
	},
] as const satisfies readonly XmlMembers[];

const half = Math.ceil(messageSpecs.length / 2);
const layoutItems = messageSpecs.map(({ name: field, type }) => ({
	behavior: type === 'formula' ? 'Readonly' : 'Edit',
	field,
}));

export const messageLayout: XmlMembers = {
	layoutSections: {
		customLabel: false,
		detailHeading: false,
		editHeading: true,
		label: 'Information',
		layoutColumns: [
			{ layoutItems: [{ behavior: 'Readonly', field: 'Name' }, ...layoutItems.slice(0, half)] },
			{ layoutItems: layoutItems.slice(half) },
		],
		style: 'TwoColumnsTopToBottom',
	},
};

export const reports: readonly { fileName: string; report: XmlMembers }[] = [
	{
		fileName: 'RCS_Messages_by_State',
		report: summary('RCS messages by state', 'state', ['campaign', 'provider', 'sentAt']),
	},
	{
		fileName: 'RCS_Messages_by_Campaign',
		report: summary('RCS messages by campaign', 'campaign', ['state', 'readAt', 'repliedAt']),
	},
];

type Field = keyof typeof messageFields;

function summary(name: string, by: Field, columns: readonly Field[]): XmlMembers {
	const inReport = (field: Field) => `${MESSAGE}.${messageFields[field].name}`;
	return {
		columns: [{ field: 'CUST_NAME' }, ...columns.map((field) => ({ field: inReport(field) }))],
		format: 'Summary',
		groupingsDown: { dateGranularity: 'Day', field: inReport(by), sortOrder: 'Asc' },
		name,
		params: { name: 'co', value: 1 },
		reportType: `CustomEntity$${MESSAGE}`,
		scope: 'organization',
		showDetails: false,
		showGrandTotal: true,
		showSubTotals: true,
		timeFrameFilter: { dateColumn: 'CUST_CREATED_DATE', interval: 'INTERVAL_CUSTOM' },
	};
}
