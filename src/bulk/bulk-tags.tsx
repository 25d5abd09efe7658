import { Button, FormTokenField } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DialogButtons } from '../shared/dialog-buttons';
import { useTags } from '../tags/use-tags';
import type { BulkChange } from './use-bulk';

/**
 * Chooses the tags that many records get or lose.
 */
export function BulkTags( {
	name,
	onApply,
	onCancel,
}: {
	name: 'add_tags' | 'remove_tags';
	onApply: ( change: BulkChange ) => void;
	onCancel: () => void;
} ) {
	const { tags } = useTags();
	const [ names, setNames ] = useState< string[] >( [] );
	const ids = tags.filter( ( tag ) => names.includes( tag.name ) ).map( ( { id } ) => id );
	return (
		<div className="carnet-dialog">
			<div
				role="presentation"
				// Core's token field keeps every Escape from the dialog, also when it has no suggestions to close.
				onKeyDownCapture={ ( { key, currentTarget, nativeEvent } ) => {
					const isListOpen = currentTarget.querySelector( '[role="listbox"]' ) !== null;
					if ( key === 'Escape' && ! isListOpen && ! nativeEvent.isComposing ) {
						onCancel();
					}
				} }
			>
				<FormTokenField
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					__experimentalValidateInput={ ( token ) => tags.some( ( tag ) => tag.name === token ) }
					label={ __( 'Tags', 'carnet-crm' ) }
					value={ names }
					suggestions={ tags.map( ( tag ) => tag.name ) }
					onChange={ ( tokens ) => setNames( tokens.map( String ) ) }
				/>
			</div>
			<DialogButtons onCancel={ onCancel }>
				<Button
					__next40pxDefaultSize
					variant="primary"
					disabled={ ! ids.length }
					accessibleWhenDisabled
					onClick={ () => onApply( name === 'add_tags' ? { add_tags: ids } : { remove_tags: ids } ) }
				>
					{ name === 'add_tags' ? __( 'Add tags', 'carnet-crm' ) : __( 'Remove tags', 'carnet-crm' ) }
				</Button>
			</DialogButtons>
		</div>
	);
}
