/** One function of a functions.json: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json */
export interface CustomFunction {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly CustomParameter[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly cancelable?: boolean;
    readonly stream?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
    readonly [name: string]: unknown;
  };
}

export interface CustomParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly [name: string]: unknown;
}

/** The content of a functions.json. */
export interface CustomFunctionsMetadata {
  readonly functions: readonly CustomFunction[];
  readonly allowErrorForDataTypeAny?: boolean;
  readonly [name: string]: unknown;
}

/**
 * One call, as Excel sends it to the runtime: `parameters` in the order of the metadata, each a scalar or a matrix by
 * rows, null where an optional one is left out; `address` as "Sheet1!A1"; `flags` 1 cancelable, 2 streaming, 4 errors
 * allowed in.
 */
export interface CustomFunctionRequest {
  readonly invocationId: number;
  /** The id of the metadata, in capitals. */
  readonly name: string;
  readonly parameters: readonly unknown[];
  readonly address: string;
  readonly parameterAddresses: readonly (string | null)[] | undefined;
  readonly flags: number;
}

/** Who runs custom functions: a transport to the add-in's runtime. It answers by `CustomFunctions.answer`. */
export interface CustomFunctionCaller {
  call(request: CustomFunctionRequest): void;
  cancel(invocationId: number): void;
}
