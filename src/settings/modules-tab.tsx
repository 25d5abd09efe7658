import { CheckboxControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { wordsOf } from '../words';
import { SaveFoot } from './save-foot';
import { SettingsMissing, SettingsNotice } from './settings-notice';
import { useEditedSettings } from './use-edited-settings';

/** Without these there is no CRM. */
const ALWAYS = [ 'accounts', 'contacts' ];

/** Which nouns are in use. */
export function ModulesTab() {
	const { stored, settings, edit, submit, isDirty, isSaving, error, forget } = useEditedSettings();
	const shown = useRef< string >();
	const now = stored ? JSON.stringify( stored.modules ) : undefined;
	useEffect( () => {
		shown.current ??= now;
		if ( shown.current !== now && ! isDirty ) {
			// Menu, screens and toolbar are made of what is on: WordPress makes them anew.
			window.location.reload();
		}
	}, [ now, isDirty ] );
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	const { modules } = settings;
	return (
		<>
			<SettingsNotice error={ error } onRemove={ forget } />
			<div className="carnet-form">
				<fieldset className="carnet-form__section">
					<legend className="screen-reader-text">{ __( 'Modules', 'carnet-crm' ) }</legend>
					<p>
						{ __(
							'What is off disappears from the menu, the screens and the API. Its data stays, and is back when it is on again.',
							'carnet-crm'
						) }
					</p>
					<div className="carnet-checks">
						{ Object.entries( modules ).map( ( [ name, isOn ] ) => (
							<CheckboxControl
								key={ name }
								__nextHasNoMarginBottom
								label={ wordsOf( name.replace( /s$/, '' ) )?.plural ?? name }
								help={ ALWAYS.includes( name ) ? __( 'Always on.', 'carnet-crm' ) : undefined }
								checked={ isOn }
								disabled={ ALWAYS.includes( name ) }
								onChange={ ( checked ) => edit( { modules: { ...modules, [ name ]: checked } } ) }
							/>
						) ) }
					</div>
				</fieldset>
			</div>
			<SaveFoot isSaving={ isSaving } canSave={ isDirty } onSave={ () => submit() } />
		</>
	);
}
