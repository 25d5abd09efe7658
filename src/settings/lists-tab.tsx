import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ListItem } from '../entities/boot';
import { boot } from '../entities/boot';
import { useUnsavedGuard } from '../router/use-unsaved-guard';
import { wordsOf } from '../words';
import { ListEditor } from './list-editor';
import { ReplacementDialog } from './replacement-dialog';
import { SaveFoot } from './save-foot';
import { SettingsMissing, SettingsNotice } from './settings-notice';
import type { Replacements } from './use-settings';
import { useSettings } from './use-settings';

interface ListInUse {
	name: string;
	title: string;
	/** Names of the nouns that have it. */
	nouns: string[];
}

/** The lists that some field uses, under the label of the field. */
function listsInUse(): ListInUse[] {
	const lists = new Map< string, ListInUse >();
	for ( const [ entity, { fields } ] of Object.entries( boot().entities ) ) {
		for ( const { choices: name, label: title } of fields ) {
			// Currencies are no list of labels: they have codes and decimals.
			if ( name && name !== 'currency' ) {
				const nouns = lists.get( name )?.nouns ?? [];
				lists.set( name, {
					name,
					title,
					nouns: [ ...new Set( [ ...nouns, wordsOf( entity )?.plural ?? entity ] ) ],
				} );
			}
		}
	}
	return [ ...lists.values() ];
}

/** The statuses, sources and other lists that an administrator edits. */
export function ListsTab() {
	const { settings, save, error, forget } = useSettings();
	const [ edited, setEdited ] = useState< Record< string, ListItem[] > >( {} );
	const [ replacements, setReplacements ] = useState< Replacements >( {} );
	const [ isSaving, setIsSaving ] = useState( false );
	const isDirty = Object.keys( edited ).length > 0;
	useUnsavedGuard( isDirty );

	const submit = async ( more: Replacements = replacements ) => {
		setIsSaving( true );
		if ( await save( { lists: edited, replacements: more } ) ) {
			setEdited( {} );
			setReplacements( {} );
		}
		setIsSaving( false );
	};
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	const isInUse = error?.code === 'carnet_in_use';
	const itemsOf = ( name: string ) => edited[ name ] ?? settings.lists[ name ] ?? [];
	// The value is gone from what is edited: its label is still in what is stored.
	const labelOf = ( list: unknown, value: unknown ) =>
		settings.lists[ String( list ) ]?.find( ( { key } ) => key === value )?.label ?? String( value ?? '' );
	return (
		<>
			<SettingsNotice error={ isInUse ? null : error } onRemove={ forget } />
			<div className="carnet-form">
				{ listsInUse().map( ( { name, title, nouns } ) => (
					<ListEditor
						key={ name }
						title={ title }
						nouns={ nouns }
						help={
							name === 'deal_stage'
								? __(
										'A deal takes the probability of its stage until someone sets another.',
										'carnet-crm'
									)
								: undefined
						}
						items={ itemsOf( name ) }
						onChange={ ( items ) => setEdited( { ...edited, [ name ]: items } ) }
					/>
				) ) }
			</div>
			<SaveFoot
				isSaving={ isSaving }
				canSave={ isDirty }
				onSave={ () => void submit() }
				onDiscard={ () => {
					setEdited( {} );
					setReplacements( {} );
					forget();
				} }
			/>
			{ isInUse && (
				<ReplacementDialog
					error={ error }
					label={ labelOf( error.data?.field, error.data?.value ) }
					itemsOf={ itemsOf }
					onCancel={ forget }
					onChoose={ ( list, key, instead ) => {
						const more = { ...replacements, [ list ]: { ...replacements[ list ], [ key ]: instead } };
						setReplacements( more );
						forget();
						void submit( more );
					} }
				/>
			) }
		</>
	);
}
