import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import type { FieldNames } from '../shared/fieldName';
import { messageFields, questionFields } from '../shared/fieldNames';
import type { Form } from './form';

/** What the fields of the form are called. */
export function fieldsOf(read: Form['read']): FieldNames {
	return read('operation', 'send') === SEND_AND_WAIT_OPERATION
		? questionFields(read('responseType', 'approval'))
		: messageFields(read('messageType', 'text'));
}
