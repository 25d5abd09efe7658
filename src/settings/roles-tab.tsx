import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../entities/boot';
import { MANAGE, rightsInWords, scopeInWords, VIEW, withRight } from './rights';
import { SaveFoot } from './save-foot';
import { SettingsMissing, SettingsNotice } from './settings-notice';
import { useEditedSettings } from './use-edited-settings';

const ADMINISTRATOR = 'administrator';

/** What each role of the site may do in the CRM. */
export function RolesTab() {
	const { settings, edit, submit, isDirty, isSaving, error, forget } = useEditedSettings();
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	const { roles, crm_only: crmOnly } = settings;
	const rights = rightsInWords();
	const cell = (
		role: string,
		label: string,
		isOn: boolean,
		isFixed: boolean,
		onChange: ( on: boolean ) => void
	) => (
		<td key={ label }>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ label }
				/* translators: 1: name of a role. 2: name of a right. */
				aria-label={ sprintf( __( '%1$s: %2$s', 'carnet-crm' ), boot().roles[ role ] ?? role, label ) }
				checked={ isOn }
				disabled={ isFixed }
				onChange={ onChange }
			/>
		</td>
	);
	const give = ( role: string, capability: string, isGiven: boolean ) => {
		const held = withRight( roles[ role ] ?? [], capability, isGiven );
		edit( {
			roles: { ...roles, [ role ]: held },
			// Without the CRM there is no menu of it either.
			...( ! held.length && { crm_only: crmOnly.filter( ( other ) => other !== role ) } ),
		} );
	};
	const menuOnly = __( 'CRM menu only', 'carnet-crm' );
	return (
		<>
			<SettingsNotice error={ error } onRemove={ forget } />
			<p className="carnet-rights__help">
				{ __(
					'With “CRM menu only”, people who have no other role see only Carnet CRM and their profile in the menu, and come to the CRM when they sign in. Other pages are hidden, not forbidden.',
					'carnet-crm'
				) }
			</p>
			<table className="widefat striped carnet-rights">
				<thead>
					<tr>
						<th scope="col">{ __( 'Role', 'carnet-crm' ) }</th>
						{ rights.map( ( { capability, label } ) => (
							<th key={ capability } scope="col">
								{ label }
							</th>
						) ) }
						<th scope="col">{ menuOnly }</th>
					</tr>
				</thead>
				<tbody>
					{ Object.entries( roles ).map( ( [ role, held ] ) => (
						<tr key={ role }>
							<th scope="row">
								{ boot().roles[ role ] ?? role }
								<span className="carnet-rights__scope">{ scopeInWords( held ) }</span>
							</th>
							{ rights.map( ( { capability, label } ) =>
								cell(
									role,
									label,
									held.includes( capability ),
									// Somebody must be able to change this again.
									role === ADMINISTRATOR && [ VIEW, MANAGE ].includes( capability ),
									( isGiven ) => give( role, capability, isGiven )
								)
							) }
							{ cell(
								role,
								menuOnly,
								crmOnly.includes( role ),
								role === ADMINISTRATOR || ! held.includes( VIEW ),
								( isOn ) =>
									edit( {
										crm_only: isOn
											? [ ...crmOnly, role ]
											: crmOnly.filter( ( other ) => other !== role ),
									} )
							) }
						</tr>
					) ) }
				</tbody>
			</table>
			<SaveFoot isSaving={ isSaving } canSave={ isDirty } onSave={ () => submit() } />
		</>
	);
}
