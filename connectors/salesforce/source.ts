import { SALESFORCE_API_VERSION } from './api';
import {
	type FieldDefinition,
	fieldDefinitions,
	messageObject,
	PERMISSION_SET,
} from './definitions';
import { MESSAGE } from './messageFields';
import { listViews, messageLayout, reports } from './sourceViews';
import { metadataFile, type XmlMembers } from './xml';

const ROOT = 'force-app/main/default';

/** The SFDX source of everything a Salesforce org gets: each file by its path in `metadata/`. */
export function sourceFiles(): Map<string, string> {
	return new Map([
		['sfdx-project.json', project()],
		...fieldDefinitions.map(fieldFile),
		file(`objects/${MESSAGE}/${MESSAGE}.object-meta.xml`, 'CustomObject', messageObject),
		...listViews.map((view) =>
			file(`objects/${MESSAGE}/listViews/${view.fullName}.listView-meta.xml`, 'ListView', view),
		),
		file(`layouts/${MESSAGE}-RCS Message Layout.layout-meta.xml`, 'Layout', messageLayout),
		file(`tabs/${MESSAGE}.tab-meta.xml`, 'CustomTab', {
			customObject: true,
			motif: 'Custom22: Cell phone',
		}),
		permissionSetFile(),
		file(`reports/${PERMISSION_SET.name}.reportFolder-meta.xml`, 'ReportFolder', {
			accessType: 'Public',
			name: PERMISSION_SET.label,
			publicFolderAccess: 'ReadOnly',
		}),
		...reports.map(({ fileName, report }) =>
			file(`reports/${PERMISSION_SET.name}/${fileName}.report-meta.xml`, 'Report', report),
		),
	]);
}

function file(path: string, root: string, members: XmlMembers): [string, string] {
	return [`${ROOT}/${path}`, metadataFile(root, members)];
}

function project(): string {
	const content = {
		packageDirectories: [{ path: 'force-app', default: true }],
		name: 'rcs-messaging',
		namespace: '',
		sfdcLoginUrl: 'https://login.salesforce.com',
		sourceApiVersion: SALESFORCE_API_VERSION,
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}

function fieldFile({ object, name, metadata, choices }: FieldDefinition): [string, string] {
	const value = choices?.map(([fullName, label]) => ({ fullName, default: false, label }));
	return file(`objects/${object}/fields/${name}.field-meta.xml`, 'CustomField', {
		fullName: name,
		...metadata,
		...(value
			? { valueSet: { restricted: true, valueSetDefinition: { sorted: false, value } } }
			: {}),
	});
}

function permissionSetFile(): [string, string] {
	const { name, label, description } = PERMISSION_SET;
	return file(`permissionsets/${name}.permissionset-meta.xml`, 'PermissionSet', {
		description,
		fieldPermissions: fieldDefinitions.map(({ object, name: field, readOnly }) => ({
			editable: readOnly !== true,
			field: `${object}.${field}`,
			readable: true,
		})),
		hasActivationRequired: false,
		label,
		objectPermissions: {
			allowCreate: true,
			allowDelete: false,
			allowEdit: true,
			allowRead: true,
			modifyAllRecords: false,
			object: MESSAGE,
			viewAllRecords: true,
		},
		tabSettings: { tab: MESSAGE, visibility: 'Visible' },
	});
}
