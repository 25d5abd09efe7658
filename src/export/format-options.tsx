import { SelectControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CsvOptions } from './csv';

interface FormatOptionsProps {
	options: CsvOptions;
	onChange: ( options: CsvOptions ) => void;
}

/** How the file is written. What it begins with suits the spreadsheets of the reader's language. */
export function FormatOptions( { options, onChange }: FormatOptionsProps ) {
	return (
		<div className="carnet-export__format">
			<SelectControl< CsvOptions[ 'delimiter' ] >
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Between the cells', 'carnet-crm' ) }
				value={ options.delimiter }
				options={ [
					{ value: ',', label: __( 'Comma', 'carnet-crm' ) },
					{ value: ';', label: __( 'Semicolon', 'carnet-crm' ) },
					{ value: '\t', label: __( 'Tab', 'carnet-crm' ) },
				] }
				onChange={ ( delimiter ) => onChange( { ...options, delimiter } ) }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Begin with a mark by which Excel shows accents (BOM)', 'carnet-crm' ) }
				checked={ options.hasMark }
				onChange={ ( hasMark ) => onChange( { ...options, hasMark } ) }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Put every cell in quotes', 'carnet-crm' ) }
				checked={ options.isQuoted }
				onChange={ ( isQuoted ) => onChange( { ...options, isQuoted } ) }
			/>
		</div>
	);
}
